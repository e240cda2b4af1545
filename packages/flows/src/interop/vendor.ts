import type { Vendor } from './report.ts'

/** Namespaces of extensions. The first that a diagram declares says where it comes from. */
const NAMESPACES: Readonly<Record<string, Vendor>> = {
  'http://camunda.org/schema/zeebe/1.0': 'camunda8',
  'http://flowable.org/bpmn': 'flowable',
  'http://activiti.org/bpmn': 'activiti',
  'http://camunda.org/schema/1.0/bpmn': 'camunda7',
  'http://activiti.com/modeler': 'activiti',
  'http://flowable.org/modeler': 'flowable',
}

/** Reads the declarations of namespaces: attributes such as `xmlns:camunda`. */
export function vendorOf(attributes: Readonly<Record<string, string>>): { from: Vendor; prefixes: Set<string> } {
  const declared = Object.entries(attributes).flatMap(([name, uri]) => {
    const vendor = name.startsWith('xmlns:') ? NAMESPACES[uri] : undefined
    return vendor ? [{ vendor, prefix: name.slice('xmlns:'.length) }] : []
  })
  const order = Object.values(NAMESPACES)
  const [first] = declared.sort((one, two) => order.indexOf(one.vendor) - order.indexOf(two.vendor))
  return { from: first?.vendor ?? 'bpmn', prefixes: new Set(declared.map(({ prefix }) => prefix)) }
}
