import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Notice } from './Notice.tsx'
import { SideMenu } from './SideMenu.tsx'
import './shell.css'

/** The frame of the lists: the menu at the left, behind a button where the window is narrow. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const location = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => setOpen(false), [location])
  return (
    <div className="za-shell">
      <div className="za-shell-bar">
        <Button kind="text" icon="menu" aria-label={t('menu.open')} onClick={() => setOpen(true)} />
        <span className="za-shell-name">{t('menu.product')}</span>
      </div>
      <aside className="za-shell-side">
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
