/** Something wrong with a schema or a value: data, not an exception. */
export interface Issue {
  /** Public and stable: `REQUIRED`, `FORMAT`, `UNKNOWN_COMPONENT`, … */
  code: string
  /** Place by keys: `['学习工作简历', 0, '起']` in values, `['schema', 'properties', '姓名', 'x-visible']` in a form file. */
  path: Array<string | number>
  /** One sentence for the person who must mend it, in Chinese: what, which, what to do. */
  message: string
}
