import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { buttonClass } from './Button.tsx'
import { FailedState, type FailedStateProps } from './FailedState.tsx'
import { Icon } from './Icon.tsx'
import { PageHeading } from './PageHeading.tsx'
import './page.css'

/** A page without menu that could not be fetched, with the way back. */
export function FailedPage({ back, ...state }: FailedStateProps & { back: string }) {
  const { t } = useTranslation()
  return (
    <main className="za-page">
      <PageHeading className="za-unseen">{state.title}</PageHeading>
      <Link className={buttonClass({ kind: 'text' })} to={back}>
        <Icon name="back" />
        {t('common.back')}
      </Link>
      <FailedState {...state} />
    </main>
  )
}
