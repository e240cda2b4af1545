import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'
import { type FieldSchema, type FormDefinition, type FormValues, type Paper, parseForm } from '../src/index.ts'
import { type FormHandle, type FormServices, FormView, type FormViewProps, zhupiTheme } from '../src/react/index.ts'

const mounted: Array<{ root: Root; element: HTMLElement }> = []

afterEach(() => {
  for (const { root, element } of mounted.splice(0)) {
    root.unmount()
    element.remove()
  }
})

/** A form of these fields, through the parser, so that a test cannot use what an administrator could not save. */
export function formOf(properties: Record<string, FieldSchema>, paper?: Paper): FormDefinition {
  const schema = { type: 'object', properties }
  return parseForm({ key: 'test', title: '测试表', schema, ...(paper ? { paper } : {}) })
}

/** Files in memory. */
export const memoryServices: FormServices = {
  upload: async (file, name) => ({ id: 'file-1', name, size: file.size, type: file.type }),
  fileUrl: (id) => `data:text/plain,${id}`,
}

export interface MountedForm {
  handle: FormHandle
  element: HTMLElement
  /** The last values that the form told its host. */
  changed: () => FormValues | undefined
  /** Mounts again with other props, as a host that re-renders. */
  update: (props: Partial<FormViewProps>) => void
}

/** A form in the page, `width` px wide, ready to be used. */
export async function mountForm(
  props: Pick<FormViewProps, 'form'> & Partial<FormViewProps> & { width?: number },
): Promise<MountedForm> {
  const { width = 900, ...given } = props
  const element = document.createElement('div')
  element.style.width = `${width}px`
  document.body.append(element)
  const root = createRoot(element)
  mounted.push({ root, element })
  let changed: FormValues | undefined
  let current: Partial<FormViewProps> = given
  return new Promise((resolve) => {
    const render = () =>
      root.render(
        <ConfigProvider locale={zhCN} theme={zhupiTheme}>
          <FormView
            values={{}}
            services={memoryServices}
            form={props.form}
            {...current}
            onChange={(values) => {
              changed = values
              current.onChange?.(values)
            }}
            onReady={(handle) =>
              resolve({
                handle,
                element,
                changed: () => changed,
                update: (next) => {
                  current = { ...current, ...next }
                  render()
                },
              })
            }
          />
        </ConfigProvider>,
      )
    render()
  })
}
