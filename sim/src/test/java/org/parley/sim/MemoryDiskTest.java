package org.parley.sim;

import org.parley.ledger.contract.DiskContract;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Image;

class MemoryDiskTest extends DiskContract {
    private final MemoryDisk disk = new MemoryDisk(Bug.NONE);

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected Disk reopen() {
        disk.processEnds();
        disk.sameBoot();
        return disk;
    }

    @Override
    protected Disk elsewhere() {
        disk.processEnds();
        disk.trust(Image.Trust.UNKNOWN);
        return disk;
    }

    @Override
    protected Disk withoutMark() {
        disk.processEnds();
        disk.loseMark();
        return disk;
    }
}
