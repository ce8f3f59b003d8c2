import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Packs the package as `npm publish` would, unpacks it into a temporary folder and hands that to `work`, with the tarball's size and its
 * files, `{ path, size }` each. Throws when there is no build to pack. The folder is gone afterwards.
 */
export async function withPackedPackage(root, work) {
	if (!existsSync(join(root, 'dist'))) throw new Error('There is no dist to pack: run npm run build first.');
	const temporary = mkdtempSync(join(tmpdir(), 'cascade-pack-'));
	try {
		const output = execFileSync('npm', ['pack', '--json', '--pack-destination', temporary], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [{ filename, files, size, unpackedSize }] = Object.values(JSON.parse(output));
		execFileSync('tar', ['-xzf', join(temporary, filename), '-C', temporary]);
		return await work({ folder: join(temporary, 'package'), files, size, unpackedSize });
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}
