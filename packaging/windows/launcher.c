/* nianbao.exe (WINDOWED) and nianbao-console.exe: run app\main.py with the Python in runtime\, in
   this very process, so that the task bar shows the program's own name and icon. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define OLDEST_BUILD 17763 /* Windows 10, 1809 */
typedef int (*python_main)(int, wchar_t **);

/* 政府信息公开年报编辑 */
static const wchar_t *NAME = L"\x653F\x5E9C\x4FE1\x606F\x516C\x5F00\x5E74\x62A5\x7F16\x8F91";
/* 程序文件不全（可能被杀毒软件隔离），请重新安装。报告和设置不受影响。 */
static const wchar_t *INCOMPLETE =
    L"\x7A0B\x5E8F\x6587\x4EF6\x4E0D\x5168\xFF08\x53EF\x80FD\x88AB\x6740\x6BD2\x8F6F\x4EF6\x9694"
    L"\x79BB\xFF09\xFF0C\x8BF7\x91CD\x65B0\x5B89\x88C5\x3002\x62A5\x544A\x548C\x8BBE\x7F6E\x4E0D"
    L"\x53D7\x5F71\x54CD\x3002";
/* 本程序需要 Windows 10（1809）或更新的版本。 */
static const wchar_t *TOO_OLD =
    L"\x672C\x7A0B\x5E8F\x9700\x8981 Windows 10\xFF08" L"1809\xFF09\x6216\x66F4\x65B0\x7684\x7248"
    L"\x672C\x3002";

static int refuse(const wchar_t *reason) {
    MessageBoxW(NULL, reason, NAME, MB_ICONERROR | MB_SETFOREGROUND);
    return 2;
}

static int is_too_old(void) {
    typedef LONG(WINAPI *get_version)(OSVERSIONINFOW *);
    OSVERSIONINFOW info = {.dwOSVersionInfoSize = sizeof info};
    get_version version =
        (get_version)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    return version && version(&info) == 0 && info.dwBuildNumber < OLDEST_BUILD;
}

/* Qt 6.8's newer way to fonts writes text in fonts of the program's own into a PDF as drawings that
   nobody can search or copy; its older way writes text. The C library that Qt asks has its own copy
   of the environment, made before this program could change it: the change is made there. */
static void choose_font_engine(void) {
    typedef int(__cdecl *put_variable)(const wchar_t *, const wchar_t *);
    HMODULE library = GetModuleHandleW(L"ucrtbase.dll");
    put_variable put =
        library ? (put_variable)(void *)GetProcAddress(library, "_wputenv_s") : NULL;
    if (put && !GetEnvironmentVariableW(L"QT_QPA_PLATFORM", NULL, 0))
        put(L"QT_QPA_PLATFORM", L"windows:fontengine=gdi");
}

static int start(int count, wchar_t **given) {
    static wchar_t folder[LONGEST], library[LONGEST], program[LONGEST];
    if (is_too_old())
        return refuse(TOO_OLD);
    GetModuleFileNameW(NULL, folder, LONGEST - 64);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (last)
        *last = 0;
    swprintf(library, LONGEST, L"%ls\\runtime\\" PYTHON_DLL, folder);
    swprintf(program, LONGEST, L"%ls\\app\\main.py", folder);
    HMODULE module = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main run = module ? (python_main)(void *)GetProcAddress(module, "Py_Main") : NULL;
    choose_font_engine();
    wchar_t **arguments = calloc(count + 3, sizeof *arguments);
    if (!run || !arguments || GetFileAttributesW(program) == INVALID_FILE_ATTRIBUTES)
        return refuse(INCOMPLETE);
    int number = 0;
    arguments[number++] = given[0];
    arguments[number++] = L"-B";
    arguments[number++] = program;
    for (int index = 1; index < count; index++)
        arguments[number++] = given[index];
    return run(number, arguments);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE own, HINSTANCE none, wchar_t *line, int show) {
    (void)own, (void)none, (void)line, (void)show;
    int status = start(__argc, __wargv);
    /* Python ends so when a module is missing, and there is no console to say it in. */
    return status == 1 ? refuse(INCOMPLETE) : status;
}
#else
int wmain(int count, wchar_t **given) { return start(count, given); }
#endif
