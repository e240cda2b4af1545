import { Button, Modal } from 'antd'
import { diff } from '../../schema/diff.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { onForm } from '../document/draft.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { ChangeList } from './change-list.tsx'
import type { Autosave } from './use-autosave.ts'

/** Somebody else has saved: both sets of changes side by side, and the choice. */
export function ConflictDialog({ base, autosave }: { base: FormDefinition; autosave: Autosave }) {
  const designer = useDesigner()
  const texts = useTexts()
  const words = texts.conflict
  const { conflict } = autosave
  if (!conflict) return null
  const { theirs } = conflict
  const take = () => {
    if (!theirs || !designer.run(onForm(() => theirs.form))) return
    autosave.takeTheirs(theirs.form, theirs.etag)
  }
  return (
    <Modal
      open={!autosave.isPutOff}
      title={words.title}
      width={760}
      onCancel={() => autosave.putOff(true)}
      footer={[
        <Button key="later" onClick={() => autosave.putOff(true)}>
          {words.later}
        </Button>,
        <Button key="theirs" disabled={!theirs} onClick={take}>
          {words.takeTheirs}
        </Button>,
        <Button key="mine" type="primary" disabled={!theirs} onClick={autosave.keepMine}>
          {words.keepMine}
        </Button>,
      ]}
    >
      {theirs ? (
        <>
          <p>{words.body}</p>
          <div className="zpd-compare">
            <section>
              <h3>{words.mine}</h3>
              <ChangeList changes={diff(base, designer.form)} none={words.same} />
            </section>
            <section>
              <h3>{words.theirs}</h3>
              <ChangeList changes={diff(base, theirs.form)} none={words.same} />
            </section>
          </div>
        </>
      ) : (
        <p>{words.unknown}</p>
      )}
    </Modal>
  )
}
