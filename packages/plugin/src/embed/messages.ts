/**
 * What the frame and the page around it say to each other (`postMessage`). Every message carries the version of this
 * protocol as `zhupi`; a message of another version, window or origin is not heard.
 */
export const PROTOCOL = 1

/** The screens of the application that a host can open. */
export type ViewName = 'inbox' | 'done' | 'mine' | 'cc' | 'drafts' | 'apply' | 'task' | 'case' | 'register' | 'admin'

/** A screen and the one thing it shows. */
export interface ViewTarget {
  view: ViewName
  /** Task or case. */
  id?: string
  /** Key of the matter to apply for, or to administer. */
  matter?: string
  /** Key of the register. */
  register?: string
}

/** From the frame to the host. */
export type FrameMessage =
  | { zhupi: 1; type: 'hello' }
  | { zhupi: 1; type: 'ready' }
  | { zhupi: 1; type: 'resize'; height: number }
  | ({ zhupi: 1; type: 'navigate' } & ViewTarget)
  | { zhupi: 1; type: 'todoChanged'; count: number }
  | { zhupi: 1; type: 'tokenNeeded'; requestId: string }

/** From the host to the frame. `ticket` null: the host has none to give. */
export type HostMessage =
  | { zhupi: 1; type: 'welcome' }
  | ({ zhupi: 1; type: 'navigate' } & ViewTarget)
  | { zhupi: 1; type: 'token'; requestId: string; ticket: string | null }
