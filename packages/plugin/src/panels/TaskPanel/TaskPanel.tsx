export function TaskPanel({ taskId }: { taskId: string }) {
  return <p>{taskId}</p>
}
