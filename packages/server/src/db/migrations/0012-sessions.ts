import type { Knex } from 'knex'

/** Sessions of browsers. Of the token in the cookie only the digest is kept: who reads the table cannot sign in with it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('session', (table) => {
    table.string('id', 64).primary()
    table.string('token_digest', 64).notNullable().unique()
    table.string('person_id', 64).notNullable()
    table.string('login', 16).notNullable()
    table.string('address', 64).notNullable()
    table.string('device', 64).notNullable()
    table.string('created_at', 24).notNullable()
    table.string('last_seen_at', 24).notNullable()
    table.index(['person_id', 'last_seen_at'])
    table.index(['last_seen_at'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('session')
}
