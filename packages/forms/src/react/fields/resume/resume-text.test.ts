import { describe, expect, it } from 'vitest'
import { parseEnd, parseMonth, parseResume, showMonth } from './resume-text.ts'

describe('parseMonth', () => {
  it.each(['2004.9', '2004.09', '2004-9', '2004/09', '2004年9月', '200409', '2004/9/1', '２００４．９'])(
    'understands %s',
    (typed) => {
      expect(parseMonth(typed)).toBe('2004-09')
    },
  )

  it.each(['2004', '2004.13', '去年'])('leaves %s to be mended', (typed) => {
    expect(parseMonth(typed)).toBe(typed)
  })

  it('gives back what it shows', () => {
    expect(parseMonth(showMonth('2014-11'))).toBe('2014-11')
    expect(parseEnd(showMonth(null))).toBeNull()
  })
})

describe('parseResume', () => {
  const lines = [
    { from: '2004-09', to: '2008-06', text: 'XX大学，本科' },
    { from: '2008-07', to: null, text: 'XX公司，工程师' },
  ]

  it('reads columns of Excel', () => {
    expect(parseResume('2004.09\t2008.06\tXX大学，本科\r\n2008/7/1\t至今\tXX公司，工程师\r\n')).toEqual(lines)
  })

  it('reads a span and a text in two columns', () => {
    expect(parseResume('2004.09—2008.06\tXX大学，本科\n2008.07-今\tXX公司，工程师')).toEqual(lines)
  })

  it('reads lines of a text', () => {
    expect(parseResume('2004年9月至2008年6月 XX大学，本科\n\n2008年7月至今 XX公司，工程师')).toEqual(lines)
  })

  it('joins a line without dates to the one before', () => {
    expect(parseResume('2004.09—2008.06 XX大学，\n本科')).toEqual([lines[0]])
  })

  it('keeps a text without any date', () => {
    expect(parseResume('XX大学')).toEqual([{ from: '', to: '', text: 'XX大学' }])
  })
})
