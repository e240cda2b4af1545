import { isResumeLine, resumeSpan } from '../../../components/resume.ts'
import { everyday } from '../everyday.ts'
import type { FieldDescription, ReadProps } from '../field-description.ts'

function ResumeText({ value }: ReadProps) {
  const lines = (Array.isArray(value) ? value : []).filter(isResumeLine)
  return (
    <dl className="zp-resume-lines">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index}>
          <dt>{resumeSpan(line)}</dt>
          <dd>{line.text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 学习工作简历: dated lines. */
export const resume: FieldDescription = {
  name: 'Resume',
  shape: 'block',
  Edit: everyday('ResumeControl'),
  Read: ResumeText,
}
