import type { Knex } from 'knex'

const NOTHING_YET = '00000000-0000-0000-0000-000000000000'

/**
 * What people are told (提醒). A command keeps whom it tells on the history record that it writes anyway; from there the
 * notifications are made after the commit, so that a command costs no statement more. `record_id` says what a notification comes
 * from: with the person, the kind and the task it is there once.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('history', (table) => {
    table.text('notices', 'longtext')
  })
  await knex.schema.createTable('notification', (table) => {
    table.string('id', 64).primary()
    table.string('record_id', 80).notNullable()
    table.string('person_id', 64).notNullable()
    table.string('kind', 16).notNullable()
    table.string('task_id', 64).notNullable()
    table.string('case_id', 64).notNullable()
    table.string('element_name', 191)
    table.string('status', 16)
    table.string('at', 24).notNullable()
    table.integer('unread').notNullable()
    table.unique(['record_id', 'person_id', 'kind', 'task_id'], { indexName: 'notification_once' })
    table.index(['person_id', 'id'])
    table.index(['person_id', 'unread', 'id'])
  })
  await knex.schema.createTable('notification_progress', (table) => {
    table.string('name', 32).primary()
    table.string('last_id', 64).notNullable()
  })
  // Who was told of nothing until now is not told of the past.
  const last = await knex('history').max('id as id').first<{ id: string | null }>()
  await knex('notification_progress').insert({ name: 'history', last_id: last?.id ?? NOTHING_YET })
  await knex.schema.alterTable('case_copy', (table) => {
    table.string('read_at', 24)
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_copy', (table) => {
    table.dropColumn('read_at')
  })
  await knex.schema.dropTable('notification_progress')
  await knex.schema.dropTable('notification')
  await knex.schema.alterTable('history', (table) => {
    table.dropColumn('notices')
  })
}
