import { sealSvg } from '../../../paper/seal-svg.ts'

/** The seal of a unit as a picture. It is drawn from text of the directory, so it comes as an image, where nothing runs. */
export function Seal({ name, size }: { name: string; size: number }) {
  return (
    <img
      className="zp-seal"
      src={`data:image/svg+xml,${encodeURIComponent(sealSvg(name))}`}
      alt={`${name}（印章）`}
      width={size}
      height={size}
    />
  )
}
