import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'

/** Tables up to this many rows are drawn whole. */
const WHOLE = 40
/** Height of a row, px, until it was drawn. */
const ROW = 37

/** One row that is drawn, with the height of the rows left out before it. */
export interface WindowRow {
  index: number
  gap: number
}

/**
 * Which rows of a table are drawn: all of a short one; of a long one those in view and the one with the focus, which must not
 * vanish under the person who types.
 */
export function useRowWindow(count: number, scroller: RefObject<HTMLElement>) {
  const [pinned, setPinned] = useState<number>()
  const isLong = count > WHOLE
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (pinned === undefined || pinned >= range.count || shown.includes(pinned)) return shown
      return [...shown, pinned].sort((a, b) => a - b)
    },
    [pinned],
  )
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: isLong ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 4,
    rangeExtractor,
  })
  if (!isLong) {
    const rows = Array.from({ length: count }, (_, index): WindowRow => ({ index, gap: 0 }))
    return { isLong, rows, after: 0, measure: undefined, pin: setPinned, reveal: setPinned }
  }
  const items = virtualizer.getVirtualItems()
  const rows = items.map(({ index, start }, place): WindowRow => ({ index, gap: start - (items[place - 1]?.end ?? 0) }))
  return {
    isLong,
    rows,
    after: virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0),
    measure: virtualizer.measureElement,
    pin: setPinned,
    reveal: (index: number) => flushSync(() => setPinned(index)),
  }
}
