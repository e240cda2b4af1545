import type { Knex } from 'knex'

/** Matters whose draft is to be published at a set time: what was checked, and why it was not published when it was not. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('scheduled_publication', (table) => {
    table.string('matter_key', 128).primary()
    table.string('id', 64).notNullable()
    table.string('etag', 128).notNullable()
    table.string('note', 500).notNullable()
    table.string('publish_at', 24).notNullable()
    table.string('scheduled_by', 64).notNullable()
    table.string('scheduled_at', 24).notNullable()
    table.string('failure', 64)
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('scheduled_publication')
}
