export interface NoticeText {
  text: string
  /** It did not work. */
  wrong?: boolean
  /** What can still be done about it. */
  action?: { label: string; run: () => unknown }
}

type Listener = (notice: NoticeText | undefined) => void

/** The one line about the last act. It outlives the screen that wrote it. */
function createNoticeBoard() {
  const listeners = new Set<Listener>()
  let current: NoticeText | undefined
  function show(notice: NoticeText | undefined) {
    current = notice
    for (const listener of listeners) listener(notice)
  }
  return {
    get current() {
      return current
    },
    post: (notice: NoticeText) => show(notice),
    clear: () => show(undefined),
    subscribe(listener: Listener): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export const noticeBoard = createNoticeBoard()
