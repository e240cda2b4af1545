import { ApiProblem } from '../api/problem.ts'
import { CopyNumber } from './CopyNumber.tsx'
import { Icon } from './Icon.tsx'
import { useReason } from './use-reason.ts'

/** A failure beside the thing that failed: what (`text` also says that nothing written is lost), why, the number. */
export function ProblemLine({ error, text }: { error: unknown; text: string }) {
  const reason = useReason(error)
  return (
    <div className="za-alert za-alert-error za-small za-problem" role="alert">
      <Icon name="problem" />
      <div className="za-grow">
        {text}
        {reason}
        {error instanceof ApiProblem && error.transient && (
          <p>
            <CopyNumber number={error.number} size="small" />
          </p>
        )}
      </div>
    </div>
  )
}
