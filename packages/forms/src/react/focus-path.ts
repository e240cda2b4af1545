import type { ValuePath } from './fields/field-description.ts'
import { pathKey } from './path-key.ts'

const FOCUSABLE =
  'input:not([type=file]):not([disabled]), textarea:not([disabled]), button:not([disabled]), select, a[href], [tabindex]'

/** Brings a value onto the page that is not there for now: a row far down a long table. By the path it stands under. */
export type Revealers = Map<string, (path: ValuePath) => void>

/**
 * Brings a value into view and puts the focus on it, or on the nearest field around it; inside a field of many
 * inputs on the first that is wrong. What is only read gets the focus itself, so that a screen reader goes there.
 */
export function focusPath(root: HTMLElement, path: ValuePath, revealers: Revealers): void {
  for (let length = 1; length < path.length; length++) revealers.get(pathKey(path.slice(0, length)))?.(path)
  const place = nearest(root, path)
  if (!place) return
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  const wrong = place.querySelector<HTMLElement>('[aria-invalid=true]')
  const target =
    (wrong?.matches(FOCUSABLE) ? wrong : wrong?.querySelector<HTMLElement>(FOCUSABLE)) ?? firstControl(place)
  if (target === place) place.tabIndex = -1
  place.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}

function nearest(root: HTMLElement, path: ValuePath): HTMLElement | undefined {
  for (let length = path.length; length > 0; length--) {
    const key = CSS.escape(pathKey(path.slice(0, length)))
    const place = root.querySelector<HTMLElement>(`[data-zp-path="${key}"]`)
    if (place) return place
  }
  return undefined
}

function firstControl(place: HTMLElement): HTMLElement {
  const isEdited = place.classList.contains('zp-field--edit')
  return (isEdited && place.querySelector<HTMLElement>(FOCUSABLE)) || place
}
