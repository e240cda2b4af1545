/**
 * `@zhupi/server/client`: the typed API for whoever integrates Zhupi, in Node or in a browser. Paths, parameters and answers are
 * those of `openapi.json`.
 *
 *     const zhupi = createZhupiClient({ baseUrl: 'https://oa.example.gov.cn/zhupi/api/v1', ticket: () => sign('city-hrss-clerk') })
 *     const { data } = await zhupi.GET('/tasks', { params: { query: { box: 'todo' } } })
 */

export type { components, paths } from './openapi.ts'
export { createZhupiClient, type ZhupiClient, type ZhupiClientOptions, ZhupiProblem } from './zhupi-client.ts'
