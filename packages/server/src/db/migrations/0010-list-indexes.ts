import type { Knex } from 'knex'

const PLACES = ['person_id', 'state', 'matter_key', 'element_id']

/** The matters and steps of a person's tasks are read without reading the tasks; the newest cases of all without sorting. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.index(PLACES, 'task_places')
  })
  await knex.schema.alterTable('case_instance', (table) => {
    table.index(['started_at', 'id'], 'case_started')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_instance', (table) => {
    table.dropIndex(['started_at', 'id'], 'case_started')
  })
  await knex.schema.alterTable('task', (table) => {
    table.dropIndex(PLACES, 'task_places')
  })
}
