import type { Knex } from 'knex'

/** Which keys something in the database is sealed with, and by what each is told from another one of its name. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('encryption_key', (table) => {
    table.string('id', 32).primary()
    table.string('check_value', 64).notNullable()
    table.string('created_at', 24).notNullable()
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('encryption_key')
}
