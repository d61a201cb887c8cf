/** Accounts travel inside a backup of the truth. The driver is loaded only by whoever backs up or restores. */
export const accountsIntoBackup = async (dataFolder: string, backupFile: string): Promise<void> =>
  (await import('./sqlite/accounts-in-backup.js')).accountsIntoBackup(dataFolder, backupFile);

export const accountsFromBackup = async (backupFile: string, dataFolder: string): Promise<void> =>
  (await import('./sqlite/accounts-in-backup.js')).accountsFromBackup(backupFile, dataFolder);
