export function RegisterView({ registerKey }: { registerKey: string }) {
  return <p>{registerKey}</p>
}
