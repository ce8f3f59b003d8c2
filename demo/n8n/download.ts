import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { run } from '../processes';
import { registriesOf, withAddresses } from './addresses';
import { npm } from './npm';

/** Where npm works, and the file that gets what it says. */
interface Place {
	cwd: string;
	logFile: string;
}

/**
 * Lets npm download what the files in a folder pin; their lock file, where there is one, gets addresses meanwhile. A registry may keep its packages
 * elsewhere: then npm looks for them itself.
 */
export async function download(place: Place, lock: string | undefined, signal: AbortSignal): Promise<void> {
	const install = npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], place);
	const getAll = async (): Promise<void> => {
		await run('Installing n8n with npm', install, signal);
	};
	if (lock === undefined) {
		await getAll();
		return;
	}
	const lockFile = path.join(place.cwd, 'package-lock.json');
	await writeFile(lockFile, withAddresses(lock, await registriesOf(place.cwd)));
	await getAll().catch(async (error: unknown) => {
		if (!(error instanceof Error && error.message.includes('E404'))) throw error;
		await writeFile(lockFile, lock);
		await getAll();
	});
	await writeFile(lockFile, lock);
}
