import { useTranslation } from 'react-i18next'
import './quota-blocks.css'

export interface QuotaBlocksProps {
  used: number
  max: number
  /** The case at hand would take one more: its block is outlined. */
  withThis?: boolean
}

/** How many drawn blocks still read at a glance; above it the figures stand alone. */
const MAX_BLOCKS = 12

/** A limit (名额), one block a place: used filled, this case outlined. */
export function QuotaBlocks({ used, max, withThis = false }: QuotaBlocksProps) {
  const { t } = useTranslation()
  if (max > MAX_BLOCKS) return null
  const places = Array.from({ length: max }, (_, index) => index + 1)
  const look = (place: number) => {
    if (place <= used) return 'za-used'
    return withThis && place === used + 1 ? 'za-this' : ''
  }
  return (
    <span className="za-quota" role="img" aria-label={t('quota.spoken', { used, max })}>
      {places.map((place) => (
        <i key={place} className={look(place)} />
      ))}
    </span>
  )
}
