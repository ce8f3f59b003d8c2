// Loaded into n8n's process before n8n. The channel to the demo breaks when the demo ends in whatever way, SIGKILL included.
const patience = 15_000;

process.once('disconnect', () => {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.exit(1), patience).unref();
});
process.channel?.unref();
