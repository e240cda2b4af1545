import type { Knex } from 'knex'

const INSTANT = 24

/** Counts that are kept while things happen, so that nobody counts millions of rows to look at a chart. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('statistic', (table) => {
    table.string('month', 7).notNullable()
    table.string('matter_key', 128).notNullable()
    table.string('unit_name', 191).notNullable()
    table.string('element_id', 128).notNullable()
    table.string('measure', 16).notNullable()
    table.integer('bucket').notNullable()
    table.integer('amount').notNullable()
    table.primary(['matter_key', 'month', 'measure', 'unit_name', 'element_id', 'bucket'])
  })
  await knex.schema.createTable('statistic_progress', (table) => {
    table.string('name', 16).primary()
    table.string('last_id', 64).notNullable()
    table.string('updated_at', INSTANT).notNullable()
  })
  await knex.schema.alterTable('task', (table) => {
    table.index(['state', 'due_order'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.dropIndex(['state', 'due_order'])
  })
  await knex.schema.dropTable('statistic_progress')
  await knex.schema.dropTable('statistic')
}
