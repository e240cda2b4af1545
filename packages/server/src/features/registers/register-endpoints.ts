import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { ChangeRow, CreateRow, Register, RegisterRow, RegisterRowList, RowQuery } from './register-schema.ts'

const RegisterParams = z.object({ key: z.string().max(64) })
const RowParams = RegisterParams.extend({ rowId: z.string().max(64) })

export const readRegister = endpoint({
  operationId: 'readRegister',
  method: 'get',
  path: '/registers/:key',
  tag: 'registers',
  summary: 'Columns, views, limits and what the person may do in a register.',
  who: 'person',
  params: RegisterParams,
  response: Register,
})

export const listRows = endpoint({
  operationId: 'listRows',
  method: 'get',
  path: '/registers/:key/rows',
  tag: 'registers',
  summary: 'Rows of a register, filtered, sorted and paged.',
  who: 'person',
  params: RegisterParams,
  query: RowQuery,
  response: RegisterRowList,
})

export const readRow = endpoint({
  operationId: 'readRow',
  method: 'get',
  path: '/registers/:key/rows/:rowId',
  tag: 'registers',
  summary: 'One row.',
  who: 'person',
  params: RowParams,
  response: RegisterRow,
})

export const createRow = endpoint({
  operationId: 'createRow',
  method: 'post',
  path: '/registers/:key/rows',
  tag: 'registers',
  summary: 'Adds a row by hand. A full limit (名额) refuses it.',
  who: 'person',
  params: RegisterParams,
  body: CreateRow,
  response: RegisterRow,
  status: 201,
})

export const changeRow = endpoint({
  operationId: 'changeRow',
  method: 'patch',
  path: '/registers/:key/rows/:rowId',
  tag: 'registers',
  summary: 'Changes the named values of a row. Carries the version read; another one is 409.',
  who: 'person',
  params: RowParams,
  body: ChangeRow,
  response: RegisterRow,
})
