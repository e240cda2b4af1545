import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('used_ticket', (table) => {
    table.string('id', 128).primary()
    table.string('expires_at', 24).notNullable()
    table.index(['expires_at'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('used_ticket')
}
