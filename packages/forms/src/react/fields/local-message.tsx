import { ExclamationCircleOutlined } from '@ant-design/icons'

/** Says at once why a file or a paste was not taken; the value is as it was. */
export function LocalMessage({ text }: { text: string | undefined }) {
  return (
    <div role="status" className="zp-message-room">
      {text && (
        <span className="zp-message">
          <ExclamationCircleOutlined aria-hidden />
          <span>{text}</span>
        </span>
      )}
    </div>
  )
}
