import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('stored_file', (table) => {
    table.string('id', 64).primary()
    table.string('name', 255).notNullable()
    table.integer('size').notNullable()
    table.string('type', 127).notNullable()
    table.string('sm3', 64).notNullable()
    table.string('owner_id', 64).notNullable()
    table.string('created_at', 24).notNullable()
    table.index(['owner_id'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('stored_file')
}
