import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useMedia } from '../components/use-media.ts'
import { Bell } from './Bell.tsx'
import { Notice } from './Notice.tsx'
import { SideMenu } from './SideMenu.tsx'
import './shell.css'

/** As in `shell.css`: the menu stands behind a button. */
const NARROW = '(max-width: 1023px)'

/** The frame of the lists: the menu at the left, behind a button where the window is narrow. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const location = useLocation()
  const narrow = useMedia(NARROW)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => setOpen(false), [location])
  return (
    <div className="za-shell">
      <div className="za-shell-bar">
        <Button kind="text" icon="menu" aria-label={t('menu.open')} onClick={() => setOpen(true)} />
        <span className="za-shell-name za-grow">{t('menu.product')}</span>
        {narrow && <Bell />}
      </div>
      <aside className="za-shell-side">
        <div className="za-shell-head">
          <span className="za-shell-name za-grow">{t('menu.product')}</span>
          {!narrow && <Bell />}
        </div>
        <SideMenu />
      </aside>
      <main className="za-shell-main">
        <Notice />
        {children}
      </main>
      {open && (
        <Dialog title={t('menu.product')} place="start" onClose={() => setOpen(false)}>
          <SideMenu />
        </Dialog>
      )}
    </div>
  )
}
