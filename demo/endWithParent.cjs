// Loaded into the Node.js programs that the demo starts. The channel to the demo breaks when the demo ends in whatever way, SIGKILL
// included. The program leads a process group: what it has started ends with it.
const patience = 3000;

process.once('disconnect', () => {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'), patience);
});
process.channel?.unref();
