/* Given with -include to what is compiled on glibc 2.31 and must start on 2.28: takes the older
   versions of the mathematical functions that 2.29 brought anew. */
#ifndef __ASSEMBLER__
#if defined(__x86_64__)
#define OLDER "GLIBC_2.2.5"
#else
#define OLDER "GLIBC_2.17"
#endif
__asm__(".symver exp,exp@" OLDER);
__asm__(".symver exp2,exp2@" OLDER);
__asm__(".symver log,log@" OLDER);
__asm__(".symver log2,log2@" OLDER);
__asm__(".symver pow,pow@" OLDER);
#endif
