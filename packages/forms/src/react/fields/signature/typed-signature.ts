const HEIGHT = 120

/** A typed name as a PNG with a transparent ground, in the hand of the paper's font. */
export function typedSignature(name: string): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const font = `500 ${HEIGHT * 0.6}px "STXingkai", "华文行楷", "KaiTi", "STKaiti", "Noto Serif CJK SC", serif`
  const context = canvas.getContext('2d')
  if (context) {
    context.font = font
    canvas.width = Math.ceil(context.measureText(name).width) + 32
    canvas.height = HEIGHT
    context.font = font
    context.fillStyle = '#1b2430'
    context.textBaseline = 'middle'
    context.fillText(name, 16, HEIGHT / 2)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no PNG'))), 'image/png')
  })
}
