import type { AccessMap } from '../access/access.ts'
import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import type { Issue } from '../schema/issue.ts'
import { DrawnForm } from './drawn-form.tsx'
import { registerFeelCompiler } from './feel-compiler.ts'
import type { ValuePath } from './fields/field-description.ts'
import type { FormHighlights } from './form-highlights.ts'
import type { FormServices } from './form-services.ts'
import { useFormParts } from './parts/use-form-parts.ts'
import './styles/form.css'
import './styles/paper.css'
import './styles/fields.css'
import './styles/rows.css'
import './styles/sub-table.css'
import './styles/files.css'
import './styles/opinion.css'
import './styles/stack.css'

registerFeelCompiler()

/** What a host can ask of a form on the screen. */
export interface FormHandle {
  /** The values as the server would keep them. */
  values: () => FormValues
  /** What is wrong, as the server would say it; the form shows it from now on. */
  validate: () => Issue[]
  /** Puts the focus on a value, as `姓名` or `明细.0.金额`, or as the path of an issue. */
  focus: (path: string | ValuePath) => void
  /** Shows what the server refused, each until that value changes. */
  submitErrors: (issues: readonly Issue[]) => void
}

export interface FormViewProps {
  form: FormDefinition
  values: FormValues
  /** What this step may do; without it everything may be filled. */
  access?: AccessMap
  /** `auto`: paper where there is room for it, else one column. */
  layout?: 'paper' | 'stack' | 'auto'
  readOnly?: boolean
  /** What the server refused. */
  issues?: readonly Issue[]
  onChange?: (values: FormValues) => void
  onReady?: (handle: FormHandle) => void
  services: FormServices
  highlights?: FormHighlights
  /** 1 = 840 px for an A4 sheet. */
  zoom?: number
}

/**
 * A form as the official table, to fill, to review or to read; on a narrow screen the same fields in one column. The code of its
 * controls is fetched before it is drawn, so that nothing moves afterwards; when a step opens fields whose controls are not there yet,
 * the form stays as it was until they are.
 */
export function FormView(props: FormViewProps) {
  const { form, access, readOnly = false } = props
  const { ready, failed, retry } = useFormParts({ form, access, readOnly })
  return (
    <>
      {failed && (
        <div className="zp-parts" role="alert">
          <p>表单的一部分没有取到，请检查网络后再试；已填的内容还在。</p>
          <button type="button" className="zp-link" onClick={retry}>
            再试
          </button>
          <button type="button" className="zp-link" onClick={() => window.location.reload()}>
            刷新页面
          </button>
        </div>
      )}
      {!failed && !ready && (
        <p className="zp-parts" role="status">
          正在打开表单…
        </p>
      )}
      {ready && <DrawnForm {...props} access={ready.access} readOnly={ready.readOnly} />}
    </>
  )
}
