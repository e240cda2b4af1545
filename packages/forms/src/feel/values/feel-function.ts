/** Arguments of an invocation, in order or by name. */
export type Arguments = readonly unknown[] | Map<string, unknown>

/** A function of FEEL: one it brings, or one an expression defines. A last parameter `...list` takes all that follow. */
export class FeelFunction {
  constructor(
    readonly parameters: readonly string[],
    readonly run: (args: readonly unknown[]) => unknown,
  ) {}

  /** @returns null where the arguments do not fit the parameters */
  invoke(given: Arguments): unknown {
    const args = given instanceof Map ? this.named(given) : this.positional(given)
    return args === undefined ? null : this.run(args)
  }

  private positional(args: readonly unknown[]): readonly unknown[] | undefined {
    const fits = args.length <= this.parameters.length || this.parameters.at(-1)?.startsWith('...')
    return fits ? args : undefined
  }

  private named(given: ReadonlyMap<string, unknown>): unknown[] | undefined {
    for (const name of given.keys()) {
      if (!this.parameters.includes(name) && !this.parameters.includes(`...${name}`)) return undefined
    }
    return this.parameters.flatMap((parameter) => {
      const isRest = parameter.startsWith('...')
      const value = given.get(isRest ? parameter.slice(3) : parameter)
      if (!isRest) return [value]
      return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
    })
  }
}
