import { describe, expect, it } from 'vitest'
import { type BusinessObject, type Create, type Extension, readSettings, writeSettings } from './step-settings.ts'

const create: Create = ($type, attributes) => ({ $type, get: (name) => attributes[name] })

function task(values: Extension[]): BusinessObject {
  return { $type: 'bpmn:UserTask', id: 'review', extensionElements: { values } }
}

describe('the settings of a step', () => {
  it('are read as they were written', () => {
    const settings = {
      ...readSettings(task([])),
      people: [
        { from: 'role', value: '审核' },
        { from: 'leader', value: 'initiator' },
      ],
      round: { type: 'vote', threshold: '0.6', by: 'share' },
      opinion: { field: '意见', required: 'true' },
      due: { after: 'P3D', calendar: 'work' },
      fields: { '*': 'read', 金额: 'edit' },
      service: { type: 'register.put', inputs: [{ name: 'register', value: 'cards' }], outputs: [] },
    }
    expect(readSettings(task(writeSettings(task([]), settings, create)))).toEqual(settings)
  })

  it('leave what others have written where it is', () => {
    const foreign: Extension = { $type: 'camunda:Properties', get: () => undefined }
    const element = task([foreign, create('zhupi:People', { from: 'role', value: '旧' })])
    const written = writeSettings(element, { ...readSettings(element), people: [] }, create)
    expect(written).toEqual([foreign])
  })

  it('write nothing for what says nothing', () => {
    const settings = { ...readSettings(task([])), people: [{ from: 'role', unit: '' }], opinion: { field: '' } }
    const written = writeSettings(task([]), settings, create)
    expect(written.map(({ $type }) => $type)).toEqual(['zhupi:People'])
    expect(written[0]?.get('unit')).toBeUndefined()
  })
})
