import { useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { MoreDialog } from './MoreDialog.tsx'
import { type MoreAction, moreActions } from './more-action.ts'
import type { TaskDesk } from './task-desk.ts'

/** The acts besides the decision, as small buttons in a row or as lines of a phone's menu. */
export function MoreActions({ desk, block = false }: { desk: TaskDesk; block?: boolean }) {
  const [asked, setAsked] = useState<MoreAction>()
  const actions = moreActions(desk.task)
  if (actions.length === 0) return null
  const buttons = actions.map((action) => (
    <Button
      key={action.type}
      size={block ? undefined : 'small'}
      block={block}
      title={action.hint}
      onClick={() => setAsked(action)}
    >
      {action.label}
    </Button>
  ))
  return (
    <>
      {block ? buttons : <div className="za-more-decisions">{buttons}</div>}
      {asked && <MoreDialog desk={desk} action={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
