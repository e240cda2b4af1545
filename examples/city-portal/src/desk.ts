import type { Desk } from './pages/home-page.ts'
import type { ZhupiClient } from './zhupi-client.ts'

interface Me {
  counts: Desk['counts']
}
interface TaskList {
  items: Array<{ id: string; case: { title: string }; matter: { title: string }; element: { name: string } }>
}
interface MatterList {
  items: Array<{ key: string; title: string; description: string }>
}

/** What the home page shows, or undefined when Zhupi does not answer: the portal itself goes on working. */
export async function loadDesk(zhupi: ZhupiClient, personId: string): Promise<Desk | undefined> {
  try {
    const [me, tasks, matters] = await Promise.all([
      zhupi.get<Me>(personId, '/me'),
      zhupi.get<TaskList>(personId, '/tasks?box=todo&limit=5'),
      zhupi.get<MatterList>(personId, '/matters'),
    ])
    return {
      counts: me.counts,
      tasks: tasks.items.map((task) => ({
        id: task.id,
        title: task.case.title,
        matter: task.matter.title,
        step: task.element.name,
      })),
      matters: matters.items,
    }
  } catch (error) {
    console.error(`Zhupi does not answer: ${error}`)
    return undefined
  }
}
