import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampCrop, MAX_ZOOM, PHOTO, scaledSize } from './crop.ts'

const pictures = fc.record({ width: fc.integer({ min: 200, max: 8000 }), height: fc.integer({ min: 200, max: 8000 }) })
const crops = fc.record({
  x: fc.double({ min: -9, max: 9, noNaN: true }),
  y: fc.double({ min: -9, max: 9, noNaN: true }),
  zoom: fc.double({ min: 0, max: 9, noNaN: true }),
})

describe('crop', () => {
  it('never leaves an empty edge in the frame, however it is dragged', () => {
    fc.assert(
      fc.property(pictures, crops, (picture, wished) => {
        const crop = clampCrop(picture, wished)
        const size = scaledSize(picture, 1, crop.zoom)
        const frameHeight = PHOTO.height / PHOTO.width
        expect(crop.zoom).toBeGreaterThanOrEqual(1)
        expect(crop.zoom).toBeLessThanOrEqual(MAX_ZOOM)
        expect(size.width / 2 - Math.abs(crop.x)).toBeGreaterThanOrEqual(0.5 - 1e-9)
        expect(size.height / 2 - Math.abs(crop.y)).toBeGreaterThanOrEqual(frameHeight / 2 - 1e-9)
      }),
    )
  })

  it('keeps a crop that is right', () => {
    fc.assert(
      fc.property(pictures, crops, (picture, wished) => {
        const crop = clampCrop(picture, wished)
        expect(clampCrop(picture, crop)).toEqual(crop)
      }),
    )
  })

  it('keeps the proportions of the picture', () => {
    const size = scaledSize({ width: 1000, height: 500 }, 100, 2)
    expect(size.width / size.height).toBeCloseTo(2)
  })
})
