import type { Knex } from 'knex'

const ID = 64
const INSTANT = 24
const LONG = 'longtext'

/** Closed cases whose rows are taken together out of the tables in which work goes on. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('archived_case', (table) => {
    table.string('id', ID).primary()
    table.string('number', 128).notNullable().unique()
    table.string('matter_key', 128).notNullable()
    table.string('matter_title', 191).notNullable()
    table.string('status', 16).notNullable()
    table.integer('round').notNullable()
    table.text('title', LONG).notNullable()
    table.text('digest', LONG).notNullable()
    table.string('initiator_id', ID).notNullable()
    table.string('initiator_name', 191).notNullable()
    table.string('initiator_unit', 191).notNullable()
    table.string('started_at', INSTANT).notNullable()
    table.string('ended_at', INSTANT).notNullable()
    table.string('updated_at', INSTANT).notNullable()
    table.string('archived_at', INSTANT).notNullable()
    // Last day on which it must be there; null: it stays.
    table.string('keep_until', 10)
    table.integer('history_seq').notNullable()
    table.string('history_head', 64).notNullable()
    table.text('content', LONG).notNullable()
    table.text('history', LONG).notNullable()
    table.text('tasks', LONG).notNullable()
    table.string('removed_at', INSTANT)
    table.index(['initiator_id', 'started_at', 'id'])
    table.index(['started_at', 'id'])
    table.index(['keep_until', 'id'])
  })
  await knex.schema.createTable('archived_access', (table) => {
    table.string('case_id', ID).notNullable().references('archived_case.id')
    table.string('person_id', ID).notNullable()
    // Step of a task or of a copy; empty for the application itself.
    table.string('element_id', 128).notNullable()
    table.string('kind', 8).notNullable()
    table.primary(['case_id', 'person_id', 'element_id', 'kind'])
    table.index(['person_id', 'case_id'])
  })
  await knex.schema.createTable('archived_file', (table) => {
    table.string('file_id', ID).notNullable()
    table.string('case_id', ID).notNullable().references('archived_case.id')
    table.primary(['file_id', 'case_id'])
    table.index(['case_id'])
  })
  await knex.schema.alterTable('case_instance', (table) => {
    table.index(['matter_key', 'ended_at', 'id'], 'case_ended')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_instance', (table) => {
    table.dropIndex(['matter_key', 'ended_at', 'id'], 'case_ended')
  })
  for (const table of ['archived_file', 'archived_access', 'archived_case']) await knex.schema.dropTable(table)
}
