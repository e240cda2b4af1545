import { endpoint } from '../../http/route.ts'
import { CaseParams } from '../cases/case-endpoints.ts'

export const printCase = endpoint({
  operationId: 'printCase',
  audited: 'byService',
  method: 'get',
  path: '/cases/:caseId/print.pdf',
  tag: 'cases',
  summary: 'The official table as PDF, with what the reader may see. The print is logged.',
  who: 'person',
  params: CaseParams,
  response: 'file',
})

export const printCaseAsWord = endpoint({
  operationId: 'printCaseAsWord',
  audited: 'byService',
  method: 'get',
  path: '/cases/:caseId/print.docx',
  tag: 'cases',
  summary: 'The official table as a Word file, with what the reader may see. The print is logged.',
  who: 'person',
  params: CaseParams,
  response: 'file',
})
