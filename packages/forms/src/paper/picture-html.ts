import { escapeHtml } from './escape-html.ts'

const PICTURE_URI = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/

/** A picture from a `data:` URI of PNG, JPEG, GIF or WebP; anything else, a link above all, shows nothing. */
export function pictureHtml(className: string, uri: string | undefined, alt: string, style = ''): string {
  if (uri === undefined || !PICTURE_URI.test(uri)) return ''
  const styled = style && ` style="${escapeHtml(style)}"`
  return `<img class="${escapeHtml(className)}"${styled} src="${uri}" alt="${escapeHtml(alt)}">`
}
