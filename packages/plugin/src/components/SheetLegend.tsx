import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Segments } from './Segments.tsx'

/** How the form is shown. */
export interface SheetLook {
  layout: 'auto' | 'stack'
  /** 1 = 840 px for an A4 sheet. */
  zoom: number
}

export interface SheetLegendProps {
  edit?: boolean
  /** The round of the corrections shown. */
  corrected?: number
  mine?: boolean
  look: SheetLook
  onLook: (look: SheetLook) => void
}

const ZOOMS = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5]

/** Above the sheet: what its colours mean, table or one by one, and the zoom. */
export function SheetLegend({ edit, corrected, mine, look, onLook }: SheetLegendProps) {
  const { t } = useTranslation()
  const at = ZOOMS.indexOf(look.zoom)
  const zoomTo = (zoom: number | undefined) => zoom !== undefined && onLook({ ...look, zoom })
  return (
    <div className="za-legend">
      {edit && <span className="za-key za-key-edit" />}
      {edit && t('legend.edit')}
      {corrected !== undefined && <span className="za-key za-key-corrected" />}
      {corrected !== undefined && t('legend.corrected', { n: corrected })}
      {mine && <span className="za-key za-key-mine" />}
      {mine && t('legend.mine')}
      <span className="za-grow" />
      <Segments
        small
        label={t('legend.layout')}
        value={look.layout}
        options={[
          { value: 'auto', label: t('legend.paper') },
          { value: 'stack', label: t('legend.stack') },
        ]}
        onChange={(layout) => onLook({ ...look, layout })}
      />
      <Button
        size="small"
        icon="minus"
        aria-label={t('legend.smaller')}
        disabled={look.layout === 'stack' || at <= 0}
        onClick={() => zoomTo(ZOOMS[at - 1])}
      />
      <span>{Math.round(look.zoom * 100)}%</span>
      <Button
        size="small"
        icon="plus"
        aria-label={t('legend.larger')}
        disabled={look.layout === 'stack' || at >= ZOOMS.length - 1}
        onClick={() => zoomTo(ZOOMS[at + 1])}
      />
    </div>
  )
}
