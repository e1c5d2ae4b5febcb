"""``python -m smartlint``."""

from smartlint.search_path import leave_out_current_folder

if __name__ == "__main__":
    leave_out_current_folder()
    from smartlint.cli import main  # here, because a module of any name may lie beside the goals

    main()
