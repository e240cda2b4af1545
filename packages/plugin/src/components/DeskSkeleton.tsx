import './page.css'
import './states.css'

const LINES = Array.from({ length: 14 }, (_, line) => line)
const PARTS = [0, 1, 2]

/** Head, sheet and rail before they are there. */
export function DeskSkeleton({ label }: { label: string }) {
  return (
    <div className="za-desk-page za-bones" aria-busy="true">
      <p className="za-unseen" role="status">
        {label}
      </p>
      <div className="za-head" aria-hidden="true">
        <i className="za-bone" style={{ width: 280, height: 16 }} />
      </div>
      <div className="za-work" aria-hidden="true">
        <div className="za-jump" />
        <div className="za-desk">
          <div className="za-sheet-bones">
            {LINES.map((line) => (
              <i key={line} className="za-bone" style={{ width: line === 0 ? '50%' : '100%' }} />
            ))}
          </div>
        </div>
        <div className="za-rail">
          {PARTS.map((part) => (
            <section key={part}>
              <i className="za-bone" style={{ width: '30%', marginBottom: 16 }} />
              <i className="za-bone" style={{ height: 64 }} />
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}
