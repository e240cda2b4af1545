/** How an open case is moved to another version: asked where cases are read as well as where they are administered. */
export const migrationTextsZh = {
  migration: {
    title: '旧版本的办件迁移',
    none: '没有用旧版本的在办件。',
    open: 'v{{version}} 还有 {{n}} 件在办',
    look: '看能不能迁到 v{{version}}',
    looking: '正在逐件核对…',
    lookFailed: '没有核对成。',
    survey: '{{moves}} 件可以迁移，{{decide}} 件要先定去向，{{cannot}} 件不能迁移。',
    examined: '（只核对了最早的 {{n}} 件）',
    stay: '先不迁移',
    giveUp: '这一支不再办',
    staying: '不迁移的 {{n}} 件和原因',
    go: '迁移到 v{{version}}',
    confirmTitle: '从 v{{from}} 迁移到 v{{to}}？',
    confirm: '{{n}} 件改按 v{{version}} 的表单和流程继续办，记入每件的办理过程和审计。不能自动迁回。',
    failed: '没有开始，办件没有变。',
    range: 'v{{from}} → v{{to}}',
    states: { running: '正在迁移', finished: '已完成', failed: '没有做完' },
    progress: '已迁 {{moved}} 件，留下 {{stayed}} 件',
    left: '，还有 {{n}} 件',
  },
}
