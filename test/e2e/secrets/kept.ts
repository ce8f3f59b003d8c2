import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { dig, isRecord, listAt, textAt } from '../../../demo/json';
import { inGroups } from '../../../nodes/CascadeMessaging/protocol';
import type { World } from '../world';
import type { Place } from './search';

const execute = promisify(execFile);

/** All files of an n8n, byte by byte: database with its journal, logs, configuration. The packages it runs are no data. */
export async function filesOf({ folder }: World): Promise<Place[]> {
	const packages = path.join(folder, '.n8n', 'nodes', 'node_modules');
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
	const own = files.filter((file) => !file.startsWith(packages));
	return await Promise.all(own.map(async (file) => ({ name: path.relative(folder, file), content: await readFile(file) })));
}

const DUMP = `
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1], { readOnly: true });
const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
for (const { name } of tables) {
	const rows = database.prepare('SELECT * FROM "' + name + '"').all();
	const cells = rows.flatMap((row) => Object.values(row).map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : String(cell))));
	process.stdout.write(name + '\\n' + cells.join('\\n') + '\\n');
}`;

/** What stands in the cells of the database: in the file a long text is cut into pages, and could hide in a cut. */
export async function cellsOf({ folder, installed }: World): Promise<Place[]> {
	const database = path.join(folder, '.n8n', 'database.sqlite');
	const { stdout } = await execute(installed.node, ['-e', DUMP, database], { maxBuffer: 2 ** 30 });
	return [{ name: 'the cells of the database', content: stdout }];
}

/** All executions with their data, as the public API and as the editor gets them. */
export async function executionsOf({ session }: World): Promise<Place[]> {
	const executions: unknown[] = [];
	let cursor = '';
	do {
		const page = await session.api('GET', `/executions?includeData=true&limit=100${cursor}`);
		executions.push(...listAt(page, 'data'));
		const next = dig(page, 'nextCursor');
		cursor = typeof next === 'string' ? `&cursor=${next}` : '';
	} while (cursor !== '');
	const ids = executions.filter(isRecord).map(({ id }) => String(id));
	const inEditor: unknown[] = [];
	for (const some of inGroups(ids, 10)) {
		inEditor.push(...(await Promise.all(some.map(async (id) => await session.rest('GET', `/executions/${id}`)))));
	}
	return [
		{ name: 'the public API', content: JSON.stringify(executions) },
		{ name: 'the API of the editor', content: inEditor.map((one) => `${JSON.stringify(one)}\n${textAt(one, 'data', 'data')}`).join('\n') },
	];
}

/** All that n8n kept, wherever and however it can be read. */
export async function allKept(world: World): Promise<Place[]> {
	return [...(await filesOf(world)), ...(await cellsOf(world)), ...(await executionsOf(world))];
}
