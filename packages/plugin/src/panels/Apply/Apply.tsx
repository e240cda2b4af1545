export function Apply({ matterKey }: { matterKey: string }) {
  return <p>{matterKey}</p>
}
