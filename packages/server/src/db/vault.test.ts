import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Keyring } from './keyring.ts'
import { parseKeyring } from './keyring.ts'
import { createVault, sealedBy } from './vault.ts'

const keyring = (...ids: string[]): Keyring => ({
  keys: ids.map((id) => ({ id, key: randomBytes(32) })),
  index: randomBytes(32),
})

it('opens what it has sealed for the same place, and shows nothing of it', () => {
  const vault = createVault(keyring('a'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      const sealed = vault.seal(text, place)
      expect(sealedBy(sealed)).toBe('a')
      if (text.length > 3) expect(sealed).not.toContain(text)
      expect(vault.open(sealed, place)).toBe(text)
    }),
  )
})

it('seals the same text differently each time, and fingerprints it the same', () => {
  const vault = createVault(keyring('a'))
  expect(vault.seal('x', 'p')).not.toBe(vault.seal('x', 'p'))
  expect(vault.fingerprint('x')).toBe(vault.fingerprint('x'))
  expect(vault.fingerprint('x')).not.toBe(createVault(keyring('a')).fingerprint('x'))
})

it('opens nothing that was moved to another place or changed', () => {
  const vault = createVault(keyring('a'))
  const sealed = vault.seal('370303199003078710', 'case:1')
  expect(() => vault.open(sealed, 'case:2')).toThrow()
  fc.assert(
    fc.property(fc.integer({ min: 6, max: sealed.length - 2 }), (at) => {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(() => vault.open(changed, 'case:1')).toThrow()
    }),
  )
})

it('opens with every key, seals with the first, and misses a key that is gone', () => {
  const { keys, index } = keyring('old', 'new')
  const [old, fresh] = keys
  if (!old || !fresh) throw new Error('two keys')
  const sealed = createVault({ keys: [old], index }).seal('x', 'p')
  const both = createVault({ keys: [fresh, old], index })
  expect(both.open(sealed, 'p')).toBe('x')
  expect(sealedBy(both.seal('x', 'p'))).toBe('new')
  expect(() => createVault({ keys: [fresh], index }).open(sealed, 'p')).toThrow('old')
})

it('keeps everything as it is without keys', () => {
  const vault = createVault()
  expect(vault.seal('x', 'p')).toBe('x')
  expect(vault.open('x', 'p')).toBe('x')
})

const HEX = 'ab'.repeat(32)

it('reads keys one a line', () => {
  const keyring = parseKeyring(`# 2026\n2026a ${HEX}\r\n2025a ${'cd'.repeat(32)}\nindex ${HEX}\n`)
  expect(keyring).toMatchObject({ keys: [{ id: '2026a' }, { id: '2025a' }], index: Buffer.from(HEX, 'hex') })
})

it.each([
  ['has no key for fingerprints', `a ${HEX}`, 'index'],
  ['has only that one', `index ${HEX}`, '还要有一把'],
  ['names a key twice', `a ${HEX}\na ${HEX}\nindex ${HEX}`, '写了两次'],
  ['has a key that is too short', `a abcd\nindex ${HEX}`, '第 1 行'],
])('says what is wrong with a text that %s', (_what, text, message) => {
  const answer = parseKeyring(text)
  expect(answer).toContain(message)
  expect(answer).not.toContain('ab'.repeat(4))
})
