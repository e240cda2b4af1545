import { expect, it } from 'vitest'
import { checkDirectory } from './check-directory.ts'

const unit = { id: 'a', name: '', shortName: '', parentId: null, division: '370300', kind: 'city', seal: true }
const person = { id: 'p', name: '', unitId: 'a', roles: [], posts: [], leader: false, enabled: true }

it('finds doubles, units that do not exist and circles', () => {
  const units = [
    { ...unit, parentId: 'c' },
    { ...unit, id: 'b', parentId: 'a' },
    { ...unit, id: 'c', parentId: 'b' },
    { ...unit, id: 'c', parentId: 'nowhere' },
    { ...unit, id: 'below', parentId: 'a' },
  ]
  const people = [person, { ...person, unitId: 'nowhere' }]
  expect(checkDirectory({ units, people }).map(({ file, code, path }) => [file, code, ...path].join(' '))).toEqual([
    'directory/units.json DUPLICATE 3 id',
    'directory/people.json DUPLICATE 1 id',
    'directory/units.json REFERENCE_MISSING 3 parentId',
    'directory/people.json REFERENCE_MISSING 1 unitId',
  ])
  expect(checkDirectory({ units: units.slice(0, 3), people: [] }).map(({ code }) => code)).toEqual([
    'CIRCLE',
    'CIRCLE',
    'CIRCLE',
  ])
})

it('lets nobody be two administrators at once', () => {
  const people = [
    { ...person, id: 'system', roles: ['系统管理员', '台账管理'] },
    { ...person, id: 'both', name: '办公室管理员', roles: ['安全管理员', '台账管理', '审计管理员'] },
  ]
  expect(checkDirectory({ units: [{ ...unit, parentId: null }], people })).toEqual([
    {
      file: 'directory/people.json',
      path: [1, 'roles'],
      code: 'ADMINISTRATORS_MIXED',
      message: '“办公室管理员”同时是安全管理员、审计管理员，三员必须由不同的人担任，请只留一个。',
      severity: 'error',
    },
  ])
})
