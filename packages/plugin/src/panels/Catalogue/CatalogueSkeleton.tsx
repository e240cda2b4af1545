import { useTranslation } from 'react-i18next'
import '../../components/states.css'

const CARDS = [0, 1, 2, 3, 4, 5]

/** The catalogue before it is there. */
export function CatalogueSkeleton() {
  const { t } = useTranslation()
  return (
    <div className="za-catalogue za-bones" aria-busy="true">
      <p className="za-unseen" role="status">
        {t('catalogue.loading')}
      </p>
      <ul aria-hidden="true">
        {CARDS.map((card) => (
          <li key={card}>
            <div className="za-matter">
              <i className="za-bone" style={{ width: '60%' }} />
              <i className="za-bone" style={{ width: '85%', marginTop: 16 }} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
